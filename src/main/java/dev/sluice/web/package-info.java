/** Javalin: routes, webhook checks, approval page, pages, health, metrics. */
@NullMarked
package dev.sluice.web;

import org.jspecify.annotations.NullMarked;
