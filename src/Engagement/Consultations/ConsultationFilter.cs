using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Which consultations are listed; what is left out does not narrow them.</summary>
/// <param name="State">Those that are in this state today.</param>
/// <param name="Audience">Those that ask this group.</param>
/// <param name="About">Those that say they are about this.</param>
/// <param name="District">Those about this district, by the code of the Office for National Statistics, and those about the whole county.</param>
/// <param name="Search">Those with these words in the title or the proposal, in this order; capital letters do not matter.</param>
public sealed record ConsultationFilter(ConsultationState? State = null, Audience? Audience = null, SubjectArea? About = null, string? District = null, string? Search = null);
