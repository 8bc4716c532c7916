namespace Engagement.Common;

/// <summary>Whose work is asked for.</summary>
/// <param name="Permissions">What they may do.</param>
/// <param name="Id">Their pseudonym: what somebody else has to look at is not theirs.</param>
/// <param name="Forums">The forums that they moderate.</param>
/// <param name="Districts">The districts that are theirs, where what they do goes by area; null: all.</param>
public sealed record WorkAsker(
    IReadOnlySet<string> Permissions, Guid? Id = null, IReadOnlyCollection<Guid>? Forums = null, IReadOnlyCollection<string>? Districts = null)
{
    public bool May(WorkKind kind) => Permissions.Contains(kind.Permission);
}
