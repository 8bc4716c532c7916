using System.Reflection;
using Engagement.Api.Authorization;

namespace Engagement.Api.Tests;

/// <summary>What the table of roles must say, whatever else is changed in it.</summary>
public sealed class TheRoleTable
{
    private static readonly string[] Council =
        [Roles.ParticipationOfficer, Roles.YouthParticipationOfficer, Roles.Moderator, Roles.Analyst, Roles.DecisionMaker, Roles.Commissioner, Roles.Administrator];

    private static readonly string[] Families = [Roles.ParentOrCarer, Roles.YoungPerson, Roles.OrganisationRespondent, Roles.PactMember];

    public static IEnumerable<object[]> KeptApart => RoleTable.KeptApart.Select(pair => new object[] { pair.One, pair.Other, pair.Because });

    public static IEnumerable<object[]> Never =>
        RoleTable.Never.SelectMany(row => row.Never.Select(permission => new object[] { row.Role, permission, row.Because }));

    [Fact]
    public void Has_one_row_for_each_permission_that_can_be_named() =>
        RoleTable.Rows.Select(row => row.Permission).ShouldBe(Constants(typeof(Permissions)), ignoreOrder: true);

    [Fact]
    public void Knows_every_role_but_the_public_which_nobody_is_given() =>
        Roles.All.Append(Roles.Public).ShouldBe(Constants(typeof(Roles)), ignoreOrder: true);

    [Fact]
    public void Gives_every_permission_to_some_role_that_there_is()
    {
        RoleTable.Rows.ShouldAllBe(row => row.Holders.Count > 0 && row.Description.Length > 0);
        RoleTable.Rows.SelectMany(row => row.Holders.Keys).Except(Roles.All).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(KeptApart))]
    public void Lets_nobody_check_their_own_work(string one, string other, string because) =>
        Roles.All.Where(role => Roles.Allows(role, one) && Roles.Allows(role, other)).ShouldBeEmpty(because);

    [Theory]
    [MemberData(nameof(Never))]
    public void Keeps_from_a_role_what_it_must_never_do(string role, string permission, string because) =>
        Roles.Allows(role, permission).ShouldBeFalse(because);

    [Fact]
    public void Shows_the_access_log_to_the_privacy_officer_and_to_nobody_else() => Holders(Permissions.ReadAccessLog).ShouldBe([Roles.PrivacyOfficer]);

    [Fact]
    public void Opens_safeguarding_items_to_the_safeguarding_lead_and_to_nobody_else() =>
        Holders(Permissions.OpenSafeguarding).ShouldBe([Roles.SafeguardingLead]);

    [Fact]
    public void Lets_nobody_moderate_or_run_every_forum() => new[] { Permissions.Moderate, Permissions.RunForums }
        .SelectMany(permission => Row(permission).Holders.Values).ShouldAllBe(reach => reach == Reach.OwnSpace);

    [Fact]
    public void Lets_the_officers_of_the_council_sign_nothing_for_families() =>
        Holders(Permissions.SignPlainLanguage).Concat(Holders(Permissions.ConfirmForFamilies)).Intersect(Council).ShouldBeEmpty();

    [Fact]
    public void Gives_families_what_is_their_own_and_nothing_else() =>
        RoleTable.Rows.SelectMany(row => row.Holders).Where(holder => Families.Contains(holder.Key)).ShouldAllBe(holder => holder.Value == Reach.Own);

    private static PermissionRow Row(string permission) => RoleTable.Rows.Single(row => row.Permission == permission);

    private static IEnumerable<string> Holders(string permission) => Row(permission).Holders.Keys;

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetRawConstantValue()!);
}
