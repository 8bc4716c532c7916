using Engagement.Api.Authorization;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>A versioned set of questions.</summary>
[ObjectType<InstrumentSheet>, GraphQLName("Instrument"), GraphQLIgnore(nameof(InstrumentSheet.Instrument))]
[Node, AllowAnonymous]
public static partial class InstrumentNode
{
    [NodeResolver]
    public static Task<InstrumentSheet?> LoadAsync(Guid id, SurveyReads reads, CancellationToken cancellation) => reads.FindInstrumentAsync(id, cancellation);

    /// <summary>The sections of the newest published version; before there is one, those of the draft.</summary>
    public static IReadOnlyList<Section> GetSections([Parent] InstrumentSheet sheet) =>
        sheet.Instrument.Versions.Count > 0 ? sheet.Instrument.Versions[^1].Sections : sheet.Instrument.Draft?.Sections ?? [];

    /// <summary>All versions that have been published, oldest first.</summary>
    public static IReadOnlyList<InstrumentVersion> GetVersions([Parent] InstrumentSheet sheet) => sheet.Instrument.Versions;

    /// <summary>Which answers on one scale are counted on another: without a mapping, none are.</summary>
    public static IReadOnlyList<ScaleMapping> GetScaleMappings([Parent] InstrumentSheet sheet) => sheet.Instrument.ScaleMappings;

    /// <summary>The version in the making: what it changes, and what has to be done before it can be published; null: none is being made.</summary>
    [Authorize(Permissions.EditSurveys)]
    public static InstrumentDraft? GetDraft([Parent] InstrumentSheet sheet) => InstrumentDraft.Of(sheet.Instrument);

    /// <summary>Each form and language of each version, newest version first, and how far it is.</summary>
    [Authorize(Permissions.EditSurveys)]
    public static IReadOnlyList<RenditionProgress> GetRenditions([Parent] InstrumentSheet sheet) => InstrumentBuilder.Of(sheet).Renditions;
}
