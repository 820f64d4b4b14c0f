-- sluice:ignore ban-drop-tabel typing errors must not look like waivers
DROP TABLE orders;
