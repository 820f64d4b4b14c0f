/** The findings of {@code sluice review}, one class per output format. */
@NullMarked
package dev.sluice.cli.report;

import org.jspecify.annotations.NullMarked;
