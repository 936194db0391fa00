"""Show what is known of the tree while it is edited: problems, rules, cases, history, comparison."""
