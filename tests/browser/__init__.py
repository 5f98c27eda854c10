"""What a person sees: the real server in a real Chromium."""
