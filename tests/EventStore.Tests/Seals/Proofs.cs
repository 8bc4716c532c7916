using System.Text.Json;

namespace EventStore.Tests;

public sealed class Proofs : SealSpec
{
    [Fact]
    public async Task verify_for_every_event_and_fail_when_any_bit_is_flipped()
    {
        await SealAsync(await HistoryAsync(21));
        var random = new Random(7);
        await using var session = Store.QuerySession();
        await foreach (var e in session.Events.ReadAllAsync(cancellationToken: Cancellation))
        {
            var proof = (await Store.Seals.ProveAsync(e.Sequence))!;
            var trusted = proof.Seal.Hash;
            InclusionProof.Verify(proof, trusted).ShouldBeTrue();

            foreach (var forged in Forgeries(proof, random)) InclusionProof.Verify(forged, trusted).ShouldBeFalse(forged.ToString());
            InclusionProof.Verify(proof, Flip(trusted, random)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task are_plain_data_that_is_checked_anywhere()
    {
        var last = await HistoryAsync(9);
        await SealAsync(last);
        var proof = (await Store.Seals.ProveAsync(last))!;

        var json = JsonSerializer.SerializeToElement(proof);
        json.EnumerateObject().Select(member => member.Name).ShouldBe(["Sequence", "Digest", "Index", "Path", "Seal"]);
        var received = json.Deserialize<InclusionProof>()!;

        received.LeafHash.ShouldBe(proof.LeafHash);
        InclusionProof.Verify(received, proof.Seal.Hash.ToUpperInvariant()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Sequence":1,"Digest":null,"Index":0,"Path":null,"Seal":{"MerkleRoot":"x","Count":2147483647,"LastSequence":5}}""")]
    [InlineData("""{"Sequence":1,"Digest":"zz","Index":-1,"Path":[null],"Seal":null}""")]
    public void that_make_no_sense_do_not_verify(string json) =>
        InclusionProof.Verify(JsonSerializer.Deserialize<InclusionProof>(json)!, Seal.NoHash).ShouldBeFalse();

    [Fact]
    public async Task of_an_event_that_was_altered_do_not_verify()
    {
        var last = await HistoryAsync(9);
        await SealAsync(last);
        await TamperAsync($"update mt_events set user_name = 'somebody else' where seq_id = {last}");

        var proof = (await Store.Seals.ProveAsync(last))!;

        InclusionProof.Verify(proof, proof.Seal.Hash).ShouldBeFalse();
    }

    [Fact]
    public async Task are_not_given_for_what_is_not_there_or_not_sealed()
    {
        var last = await HistoryAsync(9);
        await SealAsync(last);
        await ExecuteAsync("select setval('mt_events_sequence', 1000)");
        var notSealed = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));

        (await Store.Seals.ProveAsync(0)).ShouldBeNull();
        (await Store.Seals.ProveAsync(last + 1)).ShouldBeNull();
        (await Store.Seals.ProveAsync(notSealed)).ShouldBeNull();
    }

    [Fact]
    public async Task of_many_events_are_those_of_each_and_only_from_seals_that_had_been_made()
    {
        var first = await HistoryAsync(9);
        await SealAsync(first);
        var sealedBy = (await Store.Seals.LatestAsync())!.SealedAt;
        var second = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await SealAsync(second);
        var third = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        long[] asked = [third, second, first, 1, 1_000_000];

        var proofs = await Store.Seals.ProveManyAsync(asked);

        proofs.Select(proof => proof.Sequence).ShouldBe([1, first, second]);
        foreach (var proof in proofs) JsonSerializer.Serialize(proof).ShouldBe(JsonSerializer.Serialize(await Store.Seals.ProveAsync(proof.Sequence)));
        (await Store.Seals.ProveManyAsync(asked, sealedBy)).Select(proof => proof.Sequence).ShouldBe([1, first]);
        (await Store.Seals.ProveManyAsync(asked, sealedBy.AddDays(-1))).ShouldBeEmpty();
        (await Store.Seals.LatestByAsync(sealedBy))!.LastSequence.ShouldBe(first);
        (await Store.Seals.LatestByAsync(sealedBy.AddDays(-1))).ShouldBeNull();
        (await Store.Seals.DigestsAsync(asked)).Keys.Order().ShouldBe([1, first, second, third]);
    }

    private static IEnumerable<InclusionProof> Forgeries(InclusionProof proof, Random random)
    {
        var seal = proof.Seal;
        for (var bit = 0; bit < 63; bit++) yield return proof with { Sequence = proof.Sequence ^ (1L << bit) };
        for (var bit = 0; bit < 31; bit++) yield return proof with { Index = proof.Index ^ (1 << bit) };
        for (var bit = 0; bit < 31; bit++) yield return proof with { Seal = seal with { Count = seal.Count ^ (1 << bit) } };
        for (var bit = 0; bit < 63; bit++) yield return proof with { Seal = seal with { Number = seal.Number ^ (1L << bit) } };
        for (var bit = 0; bit < 63; bit++) yield return proof with { Seal = seal with { FirstSequence = seal.FirstSequence ^ (1L << bit) } };
        for (var bit = 0; bit < 63; bit++) yield return proof with { Seal = seal with { LastSequence = seal.LastSequence ^ (1L << bit) } };
        for (var bit = 0; bit < 58; bit++)
            yield return proof with { Seal = seal with { SealedAt = new DateTimeOffset(seal.SealedAt.UtcTicks ^ (1L << bit), TimeSpan.Zero) } };
        yield return proof with { Digest = Flip(proof.Digest, random) };
        yield return proof with { Digest = proof.Digest.ToUpperInvariant() };
        yield return proof with { Seal = seal with { MerkleRoot = Flip(seal.MerkleRoot, random) } };
        yield return proof with { Seal = seal with { PreviousHash = Flip(seal.PreviousHash, random) } };
        yield return proof with { Seal = seal with { Hash = Flip(seal.Hash, random) } };
        for (var i = 0; i < proof.Path.Count; i++) yield return proof with { Path = [.. proof.Path.Select((hash, n) => n == i ? Flip(hash, random) : hash)] };
        yield return proof with { Path = [.. proof.Path, Seal.NoHash] };
        if (proof.Path.Count > 0) yield return proof with { Path = [.. proof.Path.Skip(1)] };
    }

    private static string Flip(string hash, Random random)
    {
        var bytes = Convert.FromHexString(hash);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Convert.ToHexStringLower(bytes);
    }
}
