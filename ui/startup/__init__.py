"""Start-up speed only: what is imported when. Nothing outside this folder may play such tricks."""
