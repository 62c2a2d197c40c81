def conflict_sets(table, findings):
    return []
