/**
 * Connections to target databases: reading the catalog, session settings, cancelling, what an error
 * means, asking the server whether it can parse. Everything that differs between engines is in one
 * class per engine, listed in TargetDatabase.
 */
@NullMarked
package dev.sluice.target;

import org.jspecify.annotations.NullMarked;
