using Engagement.Metrics;

namespace Engagement.Tests.Metrics;

/// <summary>Worked examples of the rule: a fall is at least a fifth, from at least 5 complaints and 10 people.</summary>
public sealed class WhatAFallOfComplaintsSays
{
    [Theory]
    [InlineData(10, 8, 100, 80, VolumeReading.MayBeSilence)]
    [InlineData(10, 9, 100, 80, VolumeReading.Nothing)]
    [InlineData(10, 8, 100, 81, VolumeReading.Nothing)]
    [InlineData(10, 8, 100, 100, VolumeReading.FewerComplaints)]
    [InlineData(10, 0, 100, 140, VolumeReading.FewerComplaints)]
    [InlineData(10, 12, 100, 10, VolumeReading.Nothing)]
    [InlineData(4, 0, 100, 10, VolumeReading.Nothing)]
    [InlineData(5, 4, 9, 0, VolumeReading.Nothing)]
    [InlineData(5, 4, 10, 8, VolumeReading.MayBeSilence)]
    public void It_may_be_silence_where_fewer_take_part_too(int complaintsBefore, int complaints, int participantsBefore, int participants, VolumeReading reading) =>
        FeedbackVolumesRule.V1.Read(complaintsBefore, complaints, participantsBefore, participants).ShouldBe(reading);
}
