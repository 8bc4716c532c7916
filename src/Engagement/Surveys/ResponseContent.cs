using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>What someone answered, and what figures may be broken down by.</summary>
/// <param name="Proxy">Whether it was given for somebody else: then it is never counted with people's own voices.</param>
/// <param name="Audience">Who answered; null where it was not said.</param>
/// <param name="Rendition">The form in which the questions were read.</param>
/// <param name="Language">And the language.</param>
/// <param name="District">From the question that asks for it; null where it was not asked or not said.</param>
/// <param name="Need">Likewise.</param>
/// <param name="Phase">Likewise.</param>
/// <param name="Answers">In the order of the questions; without those about the person.</param>
public sealed record ResponseContent(
    bool Proxy,
    Audience? Audience,
    RenditionKind Rendition,
    string Language,
    string? District,
    string? Need,
    string? Phase,
    IReadOnlyList<Answer> Answers);
