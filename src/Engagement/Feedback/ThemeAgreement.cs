namespace Engagement.Feedback;

/// <summary>How far two coders agree on which views carry a theme.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Kappa">How far they agree.</param>
public sealed record ThemeAgreement(Guid ThemeId, CohenKappa Kappa);
