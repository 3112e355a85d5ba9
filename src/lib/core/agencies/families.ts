import type { Names } from '../form/index.ts';

/** A department family: the bodies that carry one line of work through the reforms of 2008–09, 2013–14, 2018–19, 2021 and 2023–24. */
export interface DepartmentFamily {
	readonly names: Names;
	/** Parts of names of the family's main body through its renames, parted by spaces. At one place they count as one agency. A name that two families list is a merged body of the first. */
	readonly main: string;
	/** Bodies of the family that stood or stand beside the main one: each keeps an id of its own (`320800-market.industry`). */
	readonly lines?: Readonly<Record<string, string>>;
	/** Names by which the body as a whole is called for short: 科委, 教委. */
	readonly short?: string;
	/** Years at whose end the main body existed, where it came or went as a whole. */
	readonly years?: readonly [from: number | null, to: number | null];
	/** Led from above, not by the government of its place. */
	readonly vertical?: true;
	/** Its main body may be a centre (中心) instead of a bureau. */
	readonly centre?: true;
	/** Party, mass or authorised bodies that are no departments of the government. */
	readonly outside?: true;
}

export const DEPARTMENT_FAMILIES = {
	gov_office: {
		names: { zh: '政府办公厅(室)', en: 'Government general office' },
		main: '',
		lines: { research: '研究室 发展研究 政策研究', counsellors: '参事室 参事' },
		short: '府办 政府办 政府办公厅 政府办公室 县府办 区府办 市府办'
	},
	foreign_affairs: {
		names: { zh: '外事侨务', en: 'Foreign and overseas Chinese affairs' },
		main: '外事侨务港澳 外事侨务 外事港澳 外事和港澳 外事',
		lines: { overseas: '侨务' },
		short: '外办 侨办 外侨办'
	},
	ndrc: {
		names: { zh: '发展改革', en: 'Development and reform' },
		main: '发展和改革 发展改革 发改 发展计划 计划发展',
		lines: {
			price: '物价 价格',
			grain: '粮食和物资储备 粮食与物资储备 粮食物资储备 粮食 物资储备',
			energy: '能源',
			projects: '重点项目 重点工程'
		},
		short: '计委'
	},
	education: { names: { zh: '教育', en: 'Education' }, main: '教育 教体 教科 教文体', short: '教委' },
	science: {
		names: { zh: '科学技术', en: 'Science and technology' },
		main: '科学技术 科学和技术 科技创新 科技 科学 教科 科工信 科工 科信 科经 经科',
		lines: { foreign_experts: '外国专家' },
		short: '科委'
	},
	miit: {
		names: { zh: '工业和信息化', en: 'Industry and information technology' },
		main: '工业和信息化 工业与信息化 工业信息化 工业和信息 工业信息 工信 经济和信息化 经济与信息化 经济信息化 经济和信息 经济信息 经信 工业经济 工业发展 工业 经济贸易 经济和贸易 经贸 经济运行 经济发展 经济 科工信 科工 科经 经科',
		lines: {
			information: '信息化 信息产业',
			small_business: '中小企业 民营经济 乡镇企业',
			power: '电力',
			salt: '盐务',
			wireless: '无线电'
		},
		short: '经委'
	},
	ethnic_religious: {
		names: { zh: '民族宗教', en: 'Ethnic and religious affairs' },
		main: '民族宗教 民族和宗教 民族与宗教 民族 民宗侨务 民宗',
		lines: { religious: '宗教' },
		short: '民委'
	},
	police: {
		names: { zh: '公安', en: 'Public security' },
		main: '公安',
		lines: { traffic: '公安交通 交通警察 交警', forest: '森林公安' }
	},
	civil: {
		names: { zh: '民政', en: 'Civil affairs' },
		main: '民政',
		lines: { ageing: '老龄', martyrs: '双拥' }
	},
	justice: {
		names: { zh: '司法', en: 'Justice' },
		main: '司法行政 司法',
		lines: { legal_affairs: '法制', prisons: '监狱', rehabilitation: '戒毒' }
	},
	finance: { names: { zh: '财政', en: 'Finance' }, main: '财政 财经' },
	hrss: {
		names: { zh: '人力资源和社会保障', en: 'Human resources and social security' },
		main: '人力资源和社会保障 人力资源与社会保障 人力资源社会保障 人力资源 人社',
		lines: {
			personnel: '人事 人才',
			labour: '劳动和社会保障 劳动与社会保障 劳动保障 劳动',
			insurance: '社会保险 社会保障 社保',
			employment: '就业 公共就业'
		}
	},
	natural: {
		names: { zh: '自然资源和规划', en: 'Natural resources and planning' },
		main: '自然资源和规划 自然资源与规划 自然资源规划 自然资源 规划和自然资源 规划与自然资源 规划自然资源 规划资源 规自 规资 国土资源和规划 国土资源和房屋 国土资源和房产 国土资源 国土 土地管理',
		lines: {
			planning: '城乡规划 城市规划 规划建设 规划和国土资源 规划国土资源 规划',
			registry: '不动产登记',
			geology: '地质矿产 测绘地理信息 测绘',
			reserve: '土地储备'
		}
	},
	ecology: { names: { zh: '生态环境', en: 'Ecology and environment' }, main: '生态环境 环境保护 环保 生态' },
	housing: {
		names: { zh: '住房和城乡建设', en: 'Housing and urban-rural development' },
		main: '住房和城乡建设 住房与城乡建设 住房城乡建设 住房和城乡 住房和建设 住房建设 住建 城乡建设 城乡和住房建设 城市建设 城建 建设和交通 建设',
		lines: {
			property: '住房保障和房屋 住房保障和房产 住房保障 房产 房地产 房屋 房管 住房征收 房屋征收 征收',
			civil_defence: '人民防空 人防 民防 国防动员'
		},
		short: '建委'
	},
	urban_mgmt: {
		names: { zh: '城市管理', en: 'Urban management' },
		main: '城市管理和综合行政执法 城市管理和综合执法 城市管理综合行政执法 城市管理综合执法 城市管理行政执法 城市管理和行政执法 城市管理执法 城市管理 城市综合管理 城管 综合行政执法 综合执法 行政执法',
		lines: { municipal: '市政公用 市政工程 市政', sanitation: '环境卫生 环卫 市容环境卫生 市容' }
	},
	transport: {
		names: { zh: '交通运输', en: 'Transport' },
		main: '交通运输 交通和运输 交通 建设和交通',
		lines: {
			roads: '公路',
			ports: '港口 港航 航务 口岸和港航',
			rail_air: '铁路和航空 铁路航空 铁路 民用航空 民航 轨道交通',
			road_transport: '道路运输 运输',
			ports_of_entry: '口岸和物流 口岸'
		},
		short: '交委'
	},
	water: {
		names: { zh: '水利水务', en: 'Water' },
		main: '水利水电 水利和湖泊 水利 水务',
		lines: { resettlement: '水库移民 移民 扶贫移民', rivers: '河长制 防汛抗旱 水文 南水北调' }
	},
	agri: {
		names: { zh: '农业农村', en: 'Agriculture and rural affairs' },
		main: '农业农村 农业和农村 农牧农村 农业牧业 农牧业 农牧 农业 农林',
		lines: {
			livestock: '畜牧兽医水产 畜牧兽医 畜牧水产 畜牧 动物卫生',
			machinery: '农业机械化 农业机械 农机',
			fisheries: '水产 渔业',
			rural_work: '农村工作 农村',
			rural_economy: '农村经济经营 农村经济 农经',
			reclamation: '农垦'
		},
		short: '农委'
	},
	ocean: {
		names: { zh: '海洋渔业', en: 'Oceans and fisheries' },
		main: '海洋与渔业 海洋和渔业 海洋渔业 海洋发展 海洋经济 海洋'
	},
	rural_vital: {
		names: { zh: '乡村振兴(扶贫)', en: 'Rural vitalisation (poverty relief)' },
		main: '乡村振兴 扶贫开发 扶贫 脱贫攻坚',
		years: [null, 2024]
	},
	commerce: {
		names: { zh: '商务', en: 'Commerce' },
		main: '商务',
		lines: {
			foreign_trade: '对外贸易经济合作 对外经济贸易合作 对外贸易和经济合作 对外经济贸易 外经贸',
			trade: '经济贸易 经济和贸易 经贸 商贸 贸易 商业 流通',
			logistics: '物流'
		}
	},
	invest: {
		names: { zh: '投资促进与经济合作', en: 'Investment promotion and cooperation' },
		main: '投资促进 招商引资 招商 投资',
		lines: {
			cooperation: '经济技术合作 经济合作 经济协作 区域合作 国内合作 合作交流 经济技术协作 对口支援'
		}
	},
	culture_tour: {
		names: { zh: '文化和旅游', en: 'Culture and tourism' },
		main: '文化和旅游 文化与旅游 文化旅游 旅游和文化 旅游文化 文旅 文化 文广旅 文广 教文体 文体旅 文体广电 文体',
		lines: {
			tourism: '旅游发展 旅游',
			broadcasting: '广播电视和网络视听 广播电影电视 广播电视 广播影视 广电',
			press: '新闻出版广电 新闻出版 版权',
			relics: '文物'
		}
	},
	health: {
		names: { zh: '卫生健康', en: 'Health' },
		main: '卫生健康 卫生和健康 卫健 卫生和计划生育 卫生计划生育 卫生计生 卫计 卫生',
		lines: {
			family_planning: '人口和计划生育 人口计划生育 人口计生 计划生育 人口',
			supervision: '卫生监督',
			disease_control: '疾病预防控制 疾控',
			medicine: '中医药'
		}
	},
	veterans: { names: { zh: '退役军人事务', en: 'Veterans affairs' }, main: '退役军人', years: [2018, null] },
	emergency: {
		names: { zh: '应急管理', en: 'Emergency management' },
		main: '应急 安全生产监督 安全生产 安监 安全监督',
		lines: { earthquake: '地震 防震减灾', coal: '煤矿安全 煤炭', mine_safety: '矿山安全' }
	},
	audit: { names: { zh: '审计', en: 'Audit' }, main: '审计' },
	sasac: {
		names: { zh: '国有资产监督管理', en: 'State-owned assets' },
		main: '国有资产监督 国有资产 国资监管 国资 公有资产 公共资产'
	},
	market: {
		names: { zh: '市场监督管理', en: 'Market regulation' },
		main: '市场监督 市场和质量监督 市场质量监督 市场监管 市监',
		lines: {
			industry: '工商行政管理和质量技术监督 工商质监 工商行政 工商',
			quality: '质量技术监督 技术监督 质监',
			food_drug: '食品药品工商质量监督 食品药品监督 食品药品 食药监 药品监督 药监',
			ip: '知识产权'
		},
		years: [2013, null]
	},
	sports: { names: { zh: '体育', en: 'Sports' }, main: '体育 教体 教文体 文体旅 文体广电 文体', short: '体委' },
	stats: { names: { zh: '统计', en: 'Statistics' }, main: '统计' },
	medical_insurance: {
		names: { zh: '医疗保障', en: 'Medical insurance' },
		main: '医疗保障 医保',
		years: [2018, null]
	},
	letters: { names: { zh: '信访', en: 'Letters and visits' }, main: '信访' },
	approval: {
		names: { zh: '行政审批与政务服务', en: 'Administrative approval and public services' },
		main: '行政审批服务 行政审批 政务服务 行政服务 政府服务 审批服务 便民服务',
		lines: {
			openness: '政务公开 政府信息公开',
			business_climate: '优化营商环境 营商环境 优化发展环境',
			exchange: '公共资源交易',
			purchase: '政府采购'
		},
		short: '政务办'
	},
	data: {
		names: { zh: '数据管理', en: 'Data administration' },
		main: '大数据发展 大数据应用发展 大数据 数据资源 数据发展 数据 数字经济 数字',
		years: [2014, null]
	},
	finance_reg: {
		names: { zh: '地方金融', en: 'Local finance' },
		main: '地方金融监督 地方金融 金融服务 金融发展 金融工作 金融',
		years: [null, 2024]
	},
	forestry: {
		names: { zh: '林业和草原', en: 'Forestry and grassland' },
		main: '林业和草原 林业与草原 林业草原 林草 林业和园林 林业园林 林业 草原 农林',
		lines: { greening: '园林绿化 园林 绿化和市容 绿化市容 绿化', forests: '国有林 森林' }
	},
	gov_affairs: {
		names: { zh: '机关事务', en: 'Government offices administration' },
		main: '机关事务 机关后勤 机关管理 行政事务',
		short: '机管局',
		centre: true
	},
	archives: {
		names: { zh: '档案与地方志', en: 'Archives and gazetteers' },
		main: '档案',
		lines: { gazetteer: '地方志编纂 地方志 地方史志 党史方志 党史地方志 史志 方志 志鉴' }
	},
	federations: {
		names: { zh: '群团与供销', en: 'Mass bodies and supply cooperatives' },
		main: '',
		lines: {
			disabled: '残疾人联合会 残联',
			women: '妇女联合会 妇联',
			supply: '供销合作社 供销合作 供销',
			industry: '工商业联合会 工商联',
			unions: '总工会',
			youth: '共青团 团委',
			science: '科学技术协会 科协',
			writers: '文学艺术界联合会 文联',
			red_cross: '红十字会',
			trade_promotion: '贸易促进 贸促'
		},
		outside: true
	},
	housing_fund: { names: { zh: '住房公积金', en: 'Housing provident fund' }, main: '住房公积金 公积金', centre: true },
	tax: {
		names: { zh: '税务', en: 'Taxation' },
		main: '税务',
		lines: { state: '国家税务 国税', local: '地方税务 地税' },
		vertical: true
	},
	customs: {
		names: { zh: '海关', en: 'Customs' },
		main: '海关',
		lines: { quarantine: '出入境检验检疫 检验检疫' },
		vertical: true
	},
	survey: { names: { zh: '国家统计局调查队', en: 'Survey teams of the NBS' }, main: '调查队 调查总队', vertical: true },
	financial_supervision: {
		names: { zh: '金融监管派出机构', en: 'Financial regulators' },
		main: '金融监督管理总局 银行保险监督 银保监',
		lines: { banking: '银行业监督 银监', securities: '证券监督 证监', insurance: '保险监督 保监' },
		vertical: true
	},
	central_bank: {
		names: { zh: '人民银行与外汇', en: 'Central bank and foreign exchange' },
		main: '人民银行 外汇',
		vertical: true
	},
	meteorology: { names: { zh: '气象', en: 'Meteorology' }, main: '气象', vertical: true },
	tobacco: { names: { zh: '烟草专卖', en: 'Tobacco monopoly' }, main: '烟草专卖 烟草', vertical: true },
	fire: { names: { zh: '消防救援', en: 'Fire and rescue' }, main: '消防救援 公安消防 消防', vertical: true },
	postal: { names: { zh: '邮政管理', en: 'Postal administration' }, main: '邮政', vertical: true },
	telecom: { names: { zh: '通信管理', en: 'Communications administration' }, main: '通信', vertical: true },
	maritime: { names: { zh: '海事', en: 'Maritime safety' }, main: '海事', vertical: true }
} as const satisfies Record<string, DepartmentFamily>;
export type FamilyKey = keyof typeof DEPARTMENT_FAMILIES;
