"""The demonstration office: fictional people, three years of visits, papers and pictures."""
