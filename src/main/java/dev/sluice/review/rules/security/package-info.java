/** Rules about privileges, secrets and settings of the server. */
@NullMarked
package dev.sluice.review.rules.security;

import org.jspecify.annotations.NullMarked;
