"""Long work beside the requests: a thread of the server on SQLite, a process on PostgreSQL."""
