package zhanggui.bench.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook of customers as a company brings it: most of them new, some known already, some twice in the file. */
public final class CustomerFile {
    private static final List<String> HEADINGS =
            List.of("客户名称", "统一社会信用代码", "级别", "省份", "城市", "详细地址", "电话", "员工人数", "联系人", "职务", "手机号", "电子邮箱");
    /** Every so many rows a customer the company has, or one of a row before. */
    private static final int KNOWN = 50;

    private static final int TWICE = 97;

    private CustomerFile() {}

    public static byte[] of(Kept kept, int rows) throws IOException {
        int count = kept.size().customers;
        var firms = new Firms(count, kept.seed(), new Times(kept.day()), new int[] {0});
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Zhanggui", "1.0")) {
            var sheet = book.newWorksheet("客户");
            for (int c = 0; c < HEADINGS.size(); c++) sheet.value(0, c, HEADINGS.get(c));
            for (int i = 0; i < rows; i++) {
                boolean known = i % KNOWN == 0;
                boolean twice = i > 0 && i % TWICE == 0;
                var f = firms.firm(known ? i % count : count + (twice ? i - 1 : i));
                var who = f.contacts().getFirst();
                int row = i + 1;
                sheet.value(row, 0, f.name());
                sheet.value(row, 1, f.code());
                sheet.value(row, 2, f.level());
                sheet.value(row, 3, f.province());
                sheet.value(row, 4, f.city());
                sheet.value(row, 5, f.address());
                sheet.value(row, 6, f.phone());
                sheet.value(row, 7, f.employees());
                sheet.value(row, 8, who.name());
                sheet.value(row, 9, who.title());
                sheet.value(row, 10, who.mobile());
                sheet.value(row, 11, who.email());
                if (row % 1000 == 0) sheet.flush();
            }
        }
        return out.toByteArray();
    }
}
