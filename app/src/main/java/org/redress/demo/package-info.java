/**
 * The generated demonstration bureau of a first start. It stands outside the house and uses it only through façades.
 */
@NullMarked
package org.redress.demo;

import org.jspecify.annotations.NullMarked;
