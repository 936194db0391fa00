"""The guides of *Help*, followed word by word in the real window."""
