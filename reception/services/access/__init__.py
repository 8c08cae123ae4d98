"""Who is signed in and what they may do: session, passwords, the head's approval."""
