"""Whether everything derived equals its rebuild, and every row is what it may be."""

from quizapp.services.checking.codes import CODES
from quizapp.services.checking.findings import Finding, Report
from quizapp.services.checking.running import OtherSchema, check, check_on

__all__ = ["CODES", "Finding", "OtherSchema", "Report", "check", "check_on"]
