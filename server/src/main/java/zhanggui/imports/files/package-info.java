/** Tables in files: CSV and XLSX become lines of texts, whoever wrote them and however. Knows nothing of importing. */
@NullMarked
package zhanggui.imports.files;

import org.jspecify.annotations.NullMarked;
