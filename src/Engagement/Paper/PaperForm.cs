using System.Text.RegularExpressions;
using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Paper;

/// <summary>One form on paper on its way to being a response. Checked is terminal.</summary>
public sealed partial record PaperForm : IEvolve<PaperForm>
{
    public required Guid WaveId { get; init; }

    public required Guid KeyedBy { get; init; }

    public required PersonalText Sheet { get; init; }

    public IReadOnlyList<string> Differing { get; init; } = [];

    public bool IsChecked { get; init; }

    public static PaperForm? Evolve(PaperForm? state, IEvent e) => (state, e.Data) switch
    {
        (_, PaperFormKeyed keyed) => new PaperForm { WaveId = keyed.WaveId, KeyedBy = keyed.KeyedBy, Sheet = keyed.Sheet },
        ({ } form, PaperFormDiffered differed) => form with { Differing = differed.Parts },
        ({ } form, PaperFormChecked) => form with { IsChecked = true },
        _ => state,
    };

    public static Guid IdFor(Guid waveId, string formNumber) => DeterministicId.From("paper form", waveId.ToString("N"), Normalise(formNumber));

    /// <summary>The key under which a form becomes a response, whichever way it comes: a form counts once.</summary>
    internal static string SubmissionKey(string formNumber) => $"paper form {Normalise(formNumber)}";

    internal static string Normalise(string? formNumber) => CleanText.OneLine(formNumber).ToUpperInvariant();

    /// <summary>It stands in the log as it is, so it can be no more than a number: a name, for one, has no digit.</summary>
    internal static Refusal? CheckNumber(string? formNumber) => Number().IsMatch(Normalise(formNumber))
        ? null
        : new Refusal(
            "FORM_NUMBER_MISSING", "Enter the number written on the form: up to 20 letters, digits and dashes, with at least one digit", "formNumber");

    [GeneratedRegex(@"^(?=.*[0-9])[A-Z0-9][A-Z0-9-]{0,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
