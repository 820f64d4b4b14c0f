/**
 * Tokens become actions: a small reader per family of statements, all listed in {@link
 * dev.sluice.sql.action.Actions}.
 */
@NullMarked
package dev.sluice.sql.action;

import org.jspecify.annotations.NullMarked;
