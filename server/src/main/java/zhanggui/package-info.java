/** Zhanggui 掌柜: one package per module, named by the noun a salesperson would use. */
@NullMarked
package zhanggui;

import org.jspecify.annotations.NullMarked;
