"""Speed and accuracy, side by side with peers: each module is a command, `python -m benchmarks` runs them all."""
