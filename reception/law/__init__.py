"""The law as dated data: each rule with its article and the dates between which it holds."""
