using System.Collections.Frozen;
using System.Security.Claims;
using Engagement.Api.SignIn;
using Engagement.Common;

namespace Engagement.Api.Authorization;

/// <summary>Whoever asks, and what the table gives them: the union of their roles, cut to the scopes of a program.</summary>
public sealed class Asker
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Grant>> GrantsByPermission = RoleTable.Rows.ToFrozenDictionary(
        row => row.Permission,
        row => row.Holders.ToFrozenDictionary(holder => holder.Key, holder => new Grant(holder.Key, row.Permission, holder.Value)));

    private readonly FrozenSet<string>? _scopes;
    private ShownReceipts? _receipts;

    private Asker(ClaimsPrincipal principal)
    {
        IsSignedIn = principal.Identity?.IsAuthenticated == true;
        Roles = IsSignedIn ? [.. All(principal, ClaimTypes.Role).Where(Authorization.Roles.Table.ContainsKey).Distinct()] : [];
        ActorId = principal.ActorId();
        Areas = [.. All(principal, SignedIn.AreaClaim)];
        Organisations = [.. All(principal, SignedIn.OrganisationClaim).Concat(Roles.Where(Authorization.Roles.IsOfPact).Select(_ => Organisation.KentPact)).Distinct()];
        Spaces = [.. All(principal, SignedIn.SpaceClaim).Select(space => Guid.TryParse(space, out var id) ? id : Guid.Empty).Where(space => space != Guid.Empty)];

        // A program without scopes may do nothing: it is cut to none.
        var scopes = All(principal, SignedIn.ScopeClaim).SelectMany(scope => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet();
        _scopes = scopes.Count > 0 || Roles.Contains(Authorization.Roles.ApiClient) ? scopes : null;
    }

    public static Asker Nobody { get; } = new(new ClaimsPrincipal());

    public bool IsSignedIn { get; }

    /// <summary>The roles they hold that there are, in the order they were given.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>The pseudonym of the person.</summary>
    public Guid? ActorId { get; }

    /// <summary>The areas of services that are theirs.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>The districts of the areas that are theirs; null for an account that names no area: all of them, and those of which it is not known.</summary>
    public IReadOnlyCollection<string>? Districts =>
        Areas.Count == 0 ? null : [.. District.All.Where(district => Areas.Contains(district.Area)).Select(district => district.Code)];

    /// <summary>The only forums of their body that are theirs; all of them when none is named.</summary>
    public IReadOnlyList<Guid> Spaces { get; }

    /// <summary>The codes of the organisations they may speak for: those that their account names, and Kent PACT for whoever acts for it.</summary>
    public IReadOnlyList<string> Organisations { get; }

    /// <summary>Everything they may do, however far, in alphabetical order.</summary>
    public IReadOnlyList<string> Permissions => [.. RoleTable.Rows.Select(row => row.Permission).Where(May).Order(StringComparer.Ordinal)];

    public static Asker Of(ClaimsPrincipal? principal) => principal is null ? Nobody : new Asker(principal);

    /// <summary>Whether they have shown, in this request, a receipt that was given to this pseudonym.</summary>
    public bool Holds(Guid pseudonym) => _receipts?.Has(pseudonym) == true;

    /// <summary>The same, with what they show in this request.</summary>
    internal Asker Showing(ShownReceipts? receipts)
    {
        if (receipts is null)
            return this;
        var showing = (Asker)MemberwiseClone();
        showing._receipts = receipts;
        return showing;
    }

    /// <summary>Whether they hold the permission at all; how far it goes is to be asked of each thing.</summary>
    public bool May(string permission) => GrantsOf(permission).Count > 0;

    public bool MayEverywhere(string permission) => GrantsOf(permission).Any(grant => grant.Reach == Reach.Everywhere);

    /// <summary>The permission by each of the roles that give it to them; none when they lack it.</summary>
    public IReadOnlyList<Grant> GrantsOf(string permission)
    {
        if (Roles.Count == 0 || _scopes?.Contains(permission) == false || !GrantsByPermission.TryGetValue(permission, out var grants))
            return [];
        return Roles.Count == 1
            ? grants.TryGetValue(Roles[0], out var only) ? [only] : []
            : [.. Roles.Select(role => grants.GetValueOrDefault(role)).OfType<Grant>()];
    }

    /// <summary>The role in which they use a permission: of several, the one in which it goes furthest.</summary>
    public string? RoleFor(string? permission) => permission is null
        ? Roles.Count > 0 ? Roles[0] : null
        : GrantsOf(permission).MaxBy(grant => grant.Reach)?.Role;

    private static IEnumerable<string> All(ClaimsPrincipal principal, string type) => principal.FindAll(type).Select(claim => claim.Value);
}
