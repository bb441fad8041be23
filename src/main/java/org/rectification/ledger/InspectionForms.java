package org.rectification.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.document.OfficePackage;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.FileKind;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An inspection body's own form of the ledger: uploaded once, its columns matched with ours once, filled whenever it is asked for. */
@Service
@Transactional
public class InspectionForms {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionForms.class);
    private static final long LARGEST = 5L * 1024 * 1024;
    private static final int LONGEST_HEADING = 200;

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final LedgerPages pages;
    private final EvidenceStore files;
    private final JdbcClient jdbc;

    InspectionForms(LedgerView ledger, LedgerRows rows, LedgerPages pages, EvidenceStore files, JdbcClient jdbc) {
        this.ledger = ledger;
        this.rows = rows;
        this.pages = pages;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** @param field null where the column stays empty */
    public record FormColumn(int place, String heading, LedgerField field) {}

    public record InspectionForm(String inspectionBody, EvidenceFile file, int part, int headerRow, List<FormColumn> columns) {}

    /** What may stand in a column. */
    public static List<LedgerField> choices() {
        return Arrays.stream(LedgerField.values()).filter(field -> field != LedgerField.REASON).toList();
    }

    @Transactional(readOnly = true)
    public Optional<InspectionForm> of(String caseNumber) {
        String body = ledger.caseOf(caseNumber).inspectionBody();
        record Row(long fileId, int part, int headerRow) {}
        return jdbc.sql("select file_id, part, header_row from ledger.inspection_form where inspection_body = ?").param(body).query(Row.class).optional()
                .map(row -> new InspectionForm(body, files.all(List.of(row.fileId())).get(0), row.part(), row.headerRow(),
                        jdbc.sql("select place, heading, field from ledger.inspection_form_column where inspection_body = ? order by place").param(body).query(FormColumn.class).list()));
    }

    /** Takes the place of the form there was, and proposes by their names what its columns hold. */
    public InspectionForm uploaded(String caseNumber, EvidenceStore.Upload upload, Person by) {
        requireOffice(by);
        String body = ledger.caseOf(caseNumber).inspectionBody();
        if (upload.size() > LARGEST) throw Refusal.tooLarge("表样超过" + LARGEST / 1024 / 1024 + " MB，请删去其中的图片后再上传");
        EvidenceFile file = files.fileOutsideTasks(by.userId(), List.of(upload)).get(0);
        FormTable.Header header = table(file).candidates().stream().filter(row -> row.headings().size() > 1).max(Comparator.comparingLong(FormTable.Header::likelihood))
                .orElseThrow(() -> Refusal.ofInput("file", "“" + file.fileName() + "”里没有找到表头：表样应有一张表，表中有一行写明各列的名称"));
        of(caseNumber).ifPresent(before -> {
            jdbc.sql("delete from ledger.inspection_form_column where inspection_body = ?").param(body).update();
            jdbc.sql("delete from ledger.inspection_form where inspection_body = ?").param(body).update();
            files.takeBack(before.file());
        });
        jdbc.sql("insert into ledger.inspection_form (inspection_body, file_id, part, header_row) values (?, ?, ?, ?)").params(body, file.id(), header.part(), header.row()).update();
        Set<LedgerField> proposed = new HashSet<>();
        header.headings().forEach((place, heading) -> {
            String field = FormTable.proposed(heading).filter(choices()::contains).filter(proposed::add).map(Enum::name).orElse(null);
            jdbc.sql("insert into ledger.inspection_form_column (inspection_body, place, heading, field) values (?, ?, ?, ?)")
                    .params(Arrays.asList(body, place, shortened(heading), field)).update();
        });
        return of(caseNumber).orElseThrow();
    }

    /** @param fields place of a column → name of the field it holds, blank or null for none; columns left out stay as they are */
    public InspectionForm matched(String caseNumber, Map<Integer, String> fields, Person by) {
        requireOffice(by);
        InspectionForm form = required(caseNumber);
        Set<Integer> places = form.columns().stream().map(FormColumn::place).collect(Collectors.toSet());
        Set<String> known = choices().stream().map(Enum::name).collect(Collectors.toSet());
        fields.forEach((place, field) -> {
            if (!places.contains(place)) throw Refusal.ofInput("columns", "表样没有第" + (place + 1) + "列");
            String chosen = field == null || field.isBlank() ? null : field;
            if (chosen != null && !known.contains(chosen)) throw Refusal.ofInput("columns", "“" + field + "”不是台账的列，可选：" + String.join("、", known));
            jdbc.sql("update ledger.inspection_form_column set field = ? where inspection_body = ? and place = ?").params(Arrays.asList(chosen, form.inspectionBody(), place)).update();
        });
        return required(caseNumber);
    }

    /** @throws Refusal RULE where nothing would stand in it, or more than fits into memory */
    @Transactional(readOnly = true)
    public void fill(String caseNumber, Person reader, OutputStream to) throws IOException {
        InspectionForm form = required(caseNumber);
        Map<Integer, LedgerField> columns = new TreeMap<>();
        form.columns().stream().filter(column -> column.field() != null).forEach(column -> columns.put(column.place(), column.field()));
        if (columns.isEmpty()) throw Refusal.ofRule("表样的各列还没有对应台账的列，请先在案件页的“巡察机构表样”中对应并保存");
        List<LedgerLine> lines = lines(caseNumber, reader);
        FormTable table = table(form.file());
        if (!isMatchedAsRead(form, table)) throw Refusal.ofRule("表样“" + form.file().fileName() + "”的表头与当初对应的列不一致，照填会填错列，请在案件页的“巡察机构表样”中重新上传表样并对应各列");
        table.fill(form.part(), form.headerRow(), columns, lines);
        table.write(to);
    }

    /** Places may have been counted otherwise when the form came. */
    private static boolean isMatchedAsRead(InspectionForm form, FormTable table) {
        Map<Integer, String> read = table.candidates().stream().filter(header -> header.part() == form.part() && header.row() == form.headerRow()).findFirst().map(FormTable.Header::headings).orElse(Map.of());
        return form.columns().stream().filter(column -> column.field() != null).allMatch(column -> column.heading().equals(shortened(read.getOrDefault(column.place(), ""))));
    }

    private static String shortened(String heading) {
        return heading.substring(0, Math.min(heading.length(), LONGEST_HEADING));
    }

    /** @throws Refusal UNKNOWN */
    public InspectionForm required(String caseNumber) {
        return of(caseNumber).orElseThrow(() -> Refusal.unknown("“" + ledger.caseOf(caseNumber).inspectionBody() + "”还没有表样，请先由整改办上传"));
    }

    private List<LedgerLine> lines(String caseNumber, Person reader) {
        List<Problem> problems = ledger.problems(caseNumber);
        Map<Integer, Problem> byNumber = problems.stream().collect(Collectors.toMap(Problem::number, Function.identity()));
        Map<Integer, List<String>> tasks = rows.taskNumbers(caseNumber, LedgerFilter.NONE, reader);
        int rows = problems.stream().mapToInt(problem -> Math.max(1, tasks.getOrDefault(problem.number(), List.of()).size())).sum();
        if (rows > FormTable.MOST_ROWS) throw Refusal.ofRule("表样一次最多填" + FormTable.MOST_ROWS + "行，本案有" + rows + "行，请改用“导出台账（Excel）”");
        LedgerPages.Words words = pages.words();
        List<LedgerLine> lines = new ArrayList<>();
        for (Problem problem : problems) {
            List<String> own = tasks.getOrDefault(problem.number(), List.of());
            if (!own.isEmpty()) lines.addAll(pages.lines(own, byNumber, words));
            else if (reader.readsEverything()) lines.add(LedgerLine.withoutTask(problem));
        }
        return lines;
    }

    private FormTable table(EvidenceFile file) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean workbook = file.kind() == FileKind.XLSX;
        if (!workbook && file.kind() != FileKind.DOCX) throw Refusal.wrongFileType("“" + file.fileName() + "”不能用作表样，请上传 xlsx 或 docx 文件");
        OfficePackage.check(file.fileName(), content.toByteArray(), workbook ? "xl/workbook.xml" : "word/document.xml", OfficePackage.Limits.IN_MEMORY);
        try {
            return workbook ? new WorkbookForm(content.toByteArray()) : new DocumentForm(content.toByteArray());
        } catch (IOException | RuntimeException e) {
            LOG.info("{} could not be read: {}", file.fileName(), e.toString());
            throw OfficePackage.unreadable(file.fileName());
        }
    }

    private static void requireOffice(Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("表样由整改办上传和对应，您不在整改办");
    }
}
