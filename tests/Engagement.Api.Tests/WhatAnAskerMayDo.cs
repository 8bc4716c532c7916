using System.Security.Claims;
using Engagement.Api.Authorization;

namespace Engagement.Api.Tests;

/// <summary>From the claims of who signed in to what the table gives them.</summary>
public sealed class WhatAnAskerMayDo
{
    [Fact]
    public void Several_roles_may_do_what_any_of_them_may()
    {
        var asker = Asker.Of(Principal([Roles.Commissioner, Roles.PrivacyOfficer]));

        asker.Permissions.ShouldBe(Roles.Table[Roles.Commissioner].Union(Roles.Table[Roles.PrivacyOfficer]), ignoreOrder: true);
    }

    [Fact]
    public void A_command_is_done_in_the_role_that_may_do_it()
    {
        var asker = Asker.Of(Principal([Roles.PactRepresentative, Roles.DecisionMaker]));

        asker.RoleFor(Permissions.Decide).ShouldBe(Roles.DecisionMaker);
        asker.RoleFor(Permissions.SignPlainLanguage).ShouldBe(Roles.PactRepresentative);
        asker.RoleFor(Permissions.ReadViews).ShouldBeNull();
    }

    [Fact]
    public void Scopes_cut_and_never_add()
    {
        var asker = Asker.Of(Principal([Roles.Analyst], new Claim("scope", $"{Permissions.ReadLoops} {Permissions.PublishEntries}"), new Claim("scope", Permissions.ReadMetrics)));

        asker.Permissions.ShouldBe([Permissions.ReadLoops, Permissions.ReadMetrics], ignoreOrder: true);
    }

    [Fact]
    public void A_program_without_scopes_may_do_nothing()
    {
        Asker.Of(Principal([Roles.ApiClient])).Permissions.ShouldBeEmpty();
        Asker.Of(Principal([Roles.ApiClient, Roles.Analyst])).Permissions.ShouldBeEmpty();
        Asker.Of(Principal([Roles.ApiClient], new Claim("scope", Permissions.ReadMetrics))).Permissions.ShouldBe([Permissions.ReadMetrics]);
    }

    [Fact]
    public void The_account_says_for_whom_somebody_speaks_and_whoever_acts_for_Kent_PACT_speaks_for_it()
    {
        Asker.Of(Principal([Roles.Commissioner])).Organisations.ShouldBeEmpty();
        Asker.Of(Principal([Roles.Commissioner], new Claim("organisation", "health"))).Organisations.ShouldBe(["health"]);
        Asker.Of(Principal([Roles.PactRepresentative])).Organisations.ShouldBe(["kent-pact"]);
        Asker.Of(Principal([Roles.PactRepresentative, Roles.Commissioner], new Claim("organisation", "county-council"))).Organisations
            .ShouldBe(["county-council", "kent-pact"], ignoreOrder: true, "and so may look at what neither claims");
    }

    [Fact]
    public void Roles_that_there_are_not_give_nothing()
    {
        Asker.Of(Principal(["wizard", Roles.Public])).Permissions.ShouldBeEmpty();
        Asker.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Analyst)]))).Permissions.ShouldBeEmpty("nobody vouches for the claims");
        Asker.Of(null).Permissions.ShouldBeEmpty();
    }

    private static ClaimsPrincipal Principal(string[] roles, params Claim[] more) =>
        new(new ClaimsIdentity([.. roles.Select(role => new Claim(ClaimTypes.Role, role)), .. more], "Test"));
}
