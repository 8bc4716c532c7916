namespace Engagement.Feedback;

/// <summary>How far two coders agree on which views carry a theme.</summary>
public sealed record ThemeAgreement(Guid ThemeId, CohenKappa Kappa);
