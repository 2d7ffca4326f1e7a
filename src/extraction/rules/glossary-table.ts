/**
 * The shipped terms, one a line: preferred label, then `=` and other labels, then `<` and broader terms.
 *
 * A label in capitals is met only in capitals ("ELK" is not the animal); any other in either case, in
 * singular or plural, with hyphens or without. A label belongs to the first line that names it. Abbreviations
 * that mean several things in ordinary debates ("IP", "EV", "CNN") are left to the users' own glossaries.
 */
export const glossaryTable = `
artificial intelligence = AI
artificial general intelligence = AGI = general AI = general artificial intelligence < artificial intelligence
artificial superintelligence = ASI = superintelligence = superintelligent AI < artificial intelligence
transformative AI = TAI = transformative artificial intelligence < artificial intelligence
human-level AI = HLAI = human-level artificial intelligence = HLMI < artificial intelligence
brain-like AGI < artificial general intelligence
whole brain emulation = WBE = mind uploading < artificial general intelligence
machine learning = ML < artificial intelligence
deep learning < machine learning
supervised learning < machine learning
unsupervised learning < machine learning
semi-supervised learning < machine learning
self-supervised learning = SSL = self-supervision < machine learning
reinforcement learning = RL = reinforcement-learning < machine learning
model-based reinforcement learning = MBRL < reinforcement learning
model-free reinforcement learning < reinforcement learning
deep reinforcement learning = DRL < reinforcement learning
inverse reinforcement learning < reinforcement learning
cooperative inverse reinforcement learning = CIRL = assistance games < inverse reinforcement learning
multi-agent reinforcement learning = MARL < reinforcement learning
reinforcement learning from human feedback = RLHF = RL from human feedback < reinforcement learning
reinforcement learning from AI feedback = RLAIF < reinforcement learning
reinforcement learning from verifiable rewards = RLVR < reinforcement learning
imitation learning = behavioral cloning < machine learning
online learning < machine learning
continual learning = continuous learning = lifelong learning < machine learning
transfer learning < machine learning
meta-learning < machine learning
in-context learning = ICL
federated learning < machine learning
adversarial training < machine learning
supervised fine-tuning = SFT < fine-tuning
instruction tuning < fine-tuning
fine-tuning = finetuning = fine tuning
pretraining = pre-training
constitutional AI
direct preference optimization = DPO
proximal policy optimization = PPO < policy gradient
group relative policy optimization = GRPO < policy gradient
policy gradient
temporal difference learning = TD learning < reinforcement learning
Q-learning < reinforcement learning
Markov decision process = MDP
partially observable Markov decision process = POMDP < Markov decision process
Monte Carlo tree search = MCTS < tree search
tree search
gradient descent
stochastic gradient descent = SGD < gradient descent
backpropagation = backprop
loss function
objective function
reward function
value function
utility function
reward model < reward function
reward signal
reward shaping
reward hacking = reward gaming
specification gaming
wireheading
Goodhart's law = goodharting = Goodharting
neural network = NN = neural net = artificial neural network
deep neural network = DNN < neural network
convolutional neural network = convnet < neural network
recurrent neural network = RNN < neural network
graph neural network = GNN < neural network
long short-term memory = LSTM < recurrent neural network
generative adversarial network = GAN < neural network
variational autoencoder = VAE < neural network
sparse autoencoder = SAE < neural network
mixture of experts = MoE
transformer architecture
diffusion model
language model
large language model = LLM < language model
foundation model
generative pre-trained transformer = GPT < large language model
base model
reasoning model
chain of thought = CoT = chain-of-thought
retrieval-augmented generation = RAG
natural language processing = NLP
computer vision
scaling law
scaling hypothesis
world model
AI alignment = alignment problem = value alignment
AI safety
AI control
AI governance = AI policy
AI risk = AI x-risk
AI pause
AI takeover
existential risk = x-risk = existential catastrophe
inner alignment < AI alignment
outer alignment < AI alignment
deceptive alignment = scheming < inner alignment
alignment faking
alignment tax
mesa-optimizer = mesa-optimiser = mesa-optimization < inner alignment
goal misgeneralization
instrumental convergence
instrumental goal = instrumental subgoal = convergent instrumental goal
power-seeking = power seeking
treacherous turn
sharp left turn
orthogonality thesis
situational awareness
corrigibility
interpretability
mechanistic interpretability = mech interp < interpretability
eliciting latent knowledge = ELK
scalable oversight
process-based supervision = process supervision = process-based training = process-based feedback
outcome-based supervision = outcome supervision = outcome-based training = outcome-based feedback
iterated distillation and amplification = IDA = iterated amplification
humans consulting HCH = HCH
coherent extrapolated volition = CEV
recursive self-improvement = RSI
intelligence explosion
takeoff speed
distributional shift = distribution shift
inductive bias
red teaming = red-teaming
jailbreak = jailbreaking
effective altruism
updateless decision theory = UDT < decision theory
functional decision theory = FDT < decision theory
causal decision theory = CDT < decision theory
evidential decision theory = EDT < decision theory
timeless decision theory = TDT < decision theory
decision theory
expected value
expected utility
von Neumann-Morgenstern = VNM
Kullback-Leibler divergence = KL divergence = KL
maximum likelihood estimation = MLE
out of distribution = OOD = out-of-distribution
independent and identically distributed = i.i.d. = IID
graphics processing unit = GPU
tensor processing unit = TPU
central processing unit = CPU
floating point operation = FLOP = FLOPs
application programming interface = API
universal basic income = UBI
gross domestic product = GDP
research and development = R&D
intelligence quotient = IQ
genetically modified organism = GMO
randomized controlled trial = RCT
quality-adjusted life year = QALY
disability-adjusted life year = DALY
Bitcoin improvement proposal = BIP
proof of work = PoW
proof of stake = PoS
United Nations = UN
European Union = EU
United States = USA = United States of America
United Kingdom = UK
`;
