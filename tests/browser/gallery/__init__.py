"""Every screen of the product with invented learners, to be looked at and checked in a browser."""
