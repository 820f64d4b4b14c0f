/**
 * bot-config.yml as checked settings. The records belong to the features; here they are nested,
 * read ({@code config.bind}), cross-checked, watched and described.
 */
@NullMarked
package dev.sluice.config;

import org.jspecify.annotations.NullMarked;
