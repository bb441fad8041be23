package org.rectification.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.OrganizationFile;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** 人员名册, for the admin: who is there, and the one file that says so. */
@Controller
@RequestMapping("/organization")
class OrganizationController {

    private final Organization organization;

    OrganizationController(Organization organization) {
        this.organization = organization;
    }

    /** Somebody on the list, with what he is. */
    public record PersonLine(String userId, String name, List<String> roles) {}

    /** An account that the file has just brought, with the password to hand over. */
    public record NewAccount(String userId, String name, String password) {}

    @GetMapping
    String page(Person viewer, Model model) {
        requireAdmin(viewer);
        List<Person> people = organization.peopleByThemselves();
        Map<String, String> departments = organization.departmentNames();
        Map<String, List<PersonLine>> lists = new LinkedHashMap<>();
        people.stream().filter(person -> person.department() == null).forEach(person -> add(lists, "不属于科室", person));
        departments.forEach((code, name) -> people.stream().filter(person -> code.equals(person.department())).forEach(person -> add(lists, name + "（" + code + "）", person)));
        model.addAttribute("lists", lists);
        model.addAttribute("total", people.size());
        model.addAttribute("roles", Groups.NAMES.values());
        return "organization";
    }

    private void add(Map<String, List<PersonLine>> lists, String list, Person person) {
        lists.computeIfAbsent(list, name -> new java.util.ArrayList<>()).add(new PersonLine(person.userId(), person.name(), organization.roleNames(person)));
    }

    @PostMapping
    String take(@RequestPart(required = false) MultipartFile file, Person by, Model model, HttpServletResponse response) throws IOException {
        requireAdmin(by);
        try {
            if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) throw Refusal.ofInput("file", "请先选择名册文件");
            if (file.isEmpty()) throw Refusal.ofInput("file", "“" + file.getOriginalFilename() + "”是空文件，请确认选对了文件；名册没有改变");
            OrganizationFile sent = OrganizationFile.read(file.getBytes());
            Set<String> known = organization.people().stream().map(Person::userId).collect(Collectors.toSet());
            organization.take(sent);
            model.addAttribute("taken", sent.people().size());
            model.addAttribute("accounts", sent.people().stream().filter(person -> !known.contains(person.userId()))
                    .map(person -> new NewAccount(person.userId(), person.name(), sent.initialPasswords().get(person.userId()))).toList());
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
        }
        return page(by, model);
    }

    /** The list as it is, ready to be changed and sent back. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(Person viewer) {
        requireAdmin(viewer);
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", ContentDisposition.attachment().filename("人员名册.csv", StandardCharsets.UTF_8).build().toString())
                .body(OrganizationFile.write(organization.peopleByThemselves(), organization.departmentNames(), organization.mailAddresses(), organization.standingDeputies()));
    }

    private static void requireAdmin(Person viewer) {
        if (!viewer.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("人员名册由平台管理员维护");
    }
}
