ATTACH DATABASE 'other.db' AS other;
SELECT load_extension('plugin');
