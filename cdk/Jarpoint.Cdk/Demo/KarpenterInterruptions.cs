using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Events = Amazon.CDK.AWS.Events;

namespace Jarpoint.Cdk.Demo;

/// <summary>The queue that tells Karpenter which instances are about to be taken away.</summary>
/// <remarks>
/// Karpenter deletes every message it reads and takes none for poison, so the dead letters stay empty but for a
/// controller that crashes on one. https://karpenter.sh/docs/concepts/disruption/#interruption
/// </remarks>
internal sealed class KarpenterInterruptions : Construct
{
    private static readonly (string Id, string Source, string DetailType)[] Warnings =
    [
        ("Health", "aws.health", "AWS Health Event"),
        ("Spot", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
        ("Rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"),
        ("State", "aws.ec2", "EC2 Instance State-change Notification"),
        ("Reservation", "aws.ec2", "EC2 Capacity Reservation Instance Interruption Warning"),
    ];

    public KarpenterInterruptions(Construct scope, string id)
        : base(scope, id)
    {
        var lost = new Queue(this, "DeadLetters", new QueueProps
        {
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(4),
        });
        Queue = new Queue(this, "Queue", new QueueProps
        {
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            // A warning that is older has come true.
            RetentionPeriod = Duration.Minutes(5),
            DeadLetterQueue = new DeadLetterQueue { Queue = lost, MaxReceiveCount = 10 },
        });
        var rules = Warnings.Select(warning => Rule(warning.Id, warning.Source, warning.DetailType)).ToArray();
        Queue.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal("events.amazonaws.com")],
            Actions = ["sqs:SendMessage"],
            Resources = [Queue.QueueArn],
            Conditions = new Dictionary<string, object>
            {
                ["ArnEquals"] = new Dictionary<string, object> { ["aws:SourceArn"] = rules },
            },
        }));
    }

    public Queue Queue { get; }

    private string Rule(string id, string source, string detailType) => new Events.CfnRule(this, id, new Events.CfnRuleProps
    {
        EventPattern = new Dictionary<string, object>
        {
            ["source"] = new[] { source },
            ["detail-type"] = new[] { detailType },
        },
        Targets = new[] { new Events.CfnRule.TargetProperty { Id = "Karpenter", Arn = Queue.QueueArn } },
    }).AttrArn;
}
