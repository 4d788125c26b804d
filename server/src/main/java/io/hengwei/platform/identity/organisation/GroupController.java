package io.hengwei.platform.identity.organisation;

import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct.ChangeGroup;
import io.hengwei.platform.identity.IdentityAct.CreateGroup;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/groups")
class GroupController {
    record NewGroup(GroupId id) {}

    private final GroupQueries queries;
    private final GroupAdministration groups;

    GroupController(GroupQueries queries, GroupAdministration groups) {
        this.queries = queries;
        this.groups = groups;
    }

    @GetMapping
    Slice<GroupQueries.Group> list(
            @ParameterObject @Valid GroupQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewGroup create(@RequestBody @Valid CreateGroup group) {
        return new NewGroup(groups.create(group));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable GroupId id, @RequestBody @Valid ChangeGroup change) {
        groups.change(id, change);
    }

    @PutMapping("/{id}/members/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addMember(@PathVariable GroupId id, @PathVariable UserId person) {
        groups.addMember(id, person);
    }

    @DeleteMapping("/{id}/members/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMember(@PathVariable GroupId id, @PathVariable UserId person) {
        groups.removeMember(id, person);
    }
}
