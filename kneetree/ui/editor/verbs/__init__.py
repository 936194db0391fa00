"""Do what an author can do: verbs, their actions and menus, and the few questions asked on the way."""
