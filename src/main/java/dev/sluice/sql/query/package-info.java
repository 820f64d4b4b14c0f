/** What statements read: tables, columns, and a few shapes that rules ask for. */
@NullMarked
package dev.sluice.sql.query;

import org.jspecify.annotations.NullMarked;
