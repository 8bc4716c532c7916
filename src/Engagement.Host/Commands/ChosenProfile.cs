using Engagement.Seeder;

namespace Engagement.Host.Commands;

/// <summary>The demonstration data somebody asks for; null: none. Of its own type, because the parser takes a null that it is handed for a mistake.</summary>
internal sealed record ChosenProfile(DemonstrationProfile? Profile)
{
    /// <summary>As it is typed, which is how the help shows a default.</summary>
    public override string ToString() => Profile?.ToString().ToLowerInvariant() ?? "none";
}
