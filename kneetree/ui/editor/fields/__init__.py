"""Edit one value each: a labelled field for every kind of value, which shows why a value was refused."""
