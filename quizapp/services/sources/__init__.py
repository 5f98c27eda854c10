"""A teacher's own texts: taken in, read by a job, reviewed, made into facts and questions."""
