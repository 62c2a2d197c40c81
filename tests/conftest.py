"""What all tests share."""


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: faults done for real; a minute or two")
