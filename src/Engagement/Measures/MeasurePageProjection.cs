using System.Text.RegularExpressions;
using EventStore;

namespace Engagement.Measures;

public sealed partial class MeasurePageProjection : SingleStreamProjection<MeasurePage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = MeasuresModule.Types;

    public override MeasurePage? Evolve(MeasurePage? snapshot, Guid id, IEvent e) => Show(snapshot, id, e);

    /// <summary>The measure after an event: as it stands, and as it stood at a moment.</summary>
    internal static MeasurePage? Show(MeasurePage? snapshot, Guid id, IEvent e) => MeasureRecord.After(snapshot?.Record, e.Data) is { } record
        ? new MeasurePage { Id = id, Record = record, Place = PlaceOf(record.Code), Rating = RatingRule.Now(record), Version = (int)e.Version }
        : null;

    // M3.10 comes after M3.9.
    private static string PlaceOf(string code) => Digits().Replace(code, number => number.Value.PadLeft(3, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
