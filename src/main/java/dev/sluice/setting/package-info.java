/**
 * What a feature's settings record is made of. A record here is all there is to a section of
 * bot-config.yml: its components are the keys, {@link dev.sluice.setting.Doc} explains them, {@link
 * dev.sluice.setting.Default} makes them optional, its compact constructor checks them. Loading,
 * the JSON Schema and docs/configuration.md all follow from the record. Also here: how far a typing
 * slip is from a name ({@link dev.sluice.setting.EditDistance}).
 */
@NullMarked
package dev.sluice.setting;

import org.jspecify.annotations.NullMarked;
